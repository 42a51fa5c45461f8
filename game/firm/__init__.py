"""The same dilemma in a firm: one way of deciding, different things to decide for.

Two firms and the theory of pay. A *product firm* (`products`: closed forms, `trading`: simulated years) is run by
sales and production; a *credit desk* (`credit`, `lending`) by business and credit managers. Every department draws up
the plan of the whole firm that is best for what it plays for (`payoffs`), and then does its own half of it (`years`):
departments that play for the firm fit together without a word, departments that play for their own number do not.
`pay`, `coupling` and `pay_on_pitch` hold what is known about paying parts of a whole, `schemes` looks
for the best bonuses. Read `years.py` first; the figures of the firms lie in `assets/firm/`.
"""
