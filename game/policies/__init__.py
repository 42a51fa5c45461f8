"""What a player plays for: one policy a file, each a payoff at the final whistle or a job description."""

from game.policies.registry import Policy, find, policies, policy

__all__ = ["Policy", "find", "policies", "policy"]
