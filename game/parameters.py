"""The numbers football is tuned by, on one page: what each means, its unit, the range searched, where it comes from.

They travel in `Setup.play`, so that a search (tests/tuning) tries others without compiling anew. What is a law of
motion or a Law of the game stays with its code; here is what was found by holding the census against real football.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Parameter:
    """One tuned number: `value` in `unit`, searched from `low` to `high`."""

    value: float
    unit: str
    low: float
    high: float
    about: str


class Parameters:
    """The record kernels read; the fields are the names in TABLE."""

    # what a man sees in the ball's place and in keeping it
    noise: float
    steady: float
    keep: float
    run_back: float
    slide: float
    crowd: float
    clear_far: float
    catch: float
    lane: float
    lane_far: float
    rise: float
    near: float
    rise_from: float
    rise_to: float
    climb: float
    on_ball_floor: float
    # kicks weighed
    mishit: float
    pass_pessimism: float
    shortest: float
    lofted_from: float
    cross_taste: float
    shot_taste: float
    shot_cost: float
    shot_hope: float
    hopeless: float
    shy: float
    alone: float
    misjudged: float
    first_time: float
    closing: float
    spoilt: float
    through_sure: float
    fades: float
    carry_loss: float
    beats: float
    # runs weighed
    gain: float
    loss: float
    rest: float
    tether: float
    early: float
    shoulder: float
    box_gain: float
    box_loose: float
    box_out: float
    # shape
    push: float
    push_in: float
    sit: float
    line_out: float
    line_out_share: float
    line_least: float
    line_in: float
    line_in_share: float
    length_out: float
    length_in: float
    joins: float
    tucks: float
    width_out: float
    width_in: float
    wing_back: float
    wide_hold: float
    # defending
    drop: float
    drop_box: float
    drop_off: float
    press_up_to: float
    press_more: float
    mark_zone: float
    mark_pull: float
    tackle_from: float
    goal_side: float
    ball_side: float
    mark_box: float
    follow: float
    midfield_gap: float
    inside: float
    jog: float
    spares: float
    breaks_out: float
    sprints_from: float
    sprints_to: float
    haste: float
    haste_front: float
    run_pace: float
    overlap_pace: float
    retreat: float
    retreat_front: float
    returns: float
    again: float
    waits: float
    # feet and hands
    pass_error: float
    lob_error: float
    shot_error: float
    lift_error: float
    struck: float
    tackle_win: float
    rushed: float
    mistimed: float
    reading: float
    at_once: float
    block_reach: float
    saving: float
    reads: float
    dive: float
    stretch: float
    sidestep: float
    fumbles: float
    hard_fails: float
    brisk: float
    kicks_long: float
    look_up: float
    alarm: float
    stride: float
    stroll: float
    drives: float
    break_calm: float
    # how far the score moves play
    calm: float
    sitting: float


TABLE: Mapping[str, Parameter] = {
    "noise": Parameter(0.008684, "goals", 0.0006, 0.012, "standard deviation of a man's judgement of one option"),
    "steady": Parameter(32.18, "ticks", 3.0, 60.0, "for which he goes on judging it so"),
    "keep": Parameter(0.01213, "goals", 0.003, 0.03, "what having the ball is worth to both stakes"),
    "run_back": Parameter(6.977, "m/s", 0.0, 8.0, "with which rivals get goal-side while a ball rolls, as he sees it"),
    "slide": Parameter(2.61, "m/s", 0.0, 5.0, "with which their block shifts across meanwhile, as he sees it"),
    "crowd": Parameter(0.64, "factor", 0.5, 2.5, "how fast men goal-side close a way"),
    "clear_far": Parameter(0.058, "goals", 0.02, 0.2, "chance from his own goal with only the keeper to beat"),
    "catch": Parameter(0.09441, "share", 0.0, 0.3, "of the way to goal a man may be behind and still get back"),
    "lane": Parameter(4.954, "m", 1.0, 8.0, "beside the way to goal where a man right before the ball covers half"),
    "lane_far": Parameter(1.09, "m/m", 0.0, 2.0, "and more for each metre he is before it: so far he shifts meanwhile"),
    "rise": Parameter(0.04412, "goals", 0.02, 0.09, "threat added where rivals are pinned back, in the last third"),
    "near": Parameter(0.1005, "goals", 0.02, 0.4, "threat added in the mouth of the goal"),
    "rise_from": Parameter(0.5403, "share", 0.3, 0.65, "of the pitch from where on that begins …"),
    "rise_to": Parameter(0.725, "share", 0.66, 0.9, "and from where on it is whole"),
    "climb": Parameter(0.0, "goals", 0.0, 0.06, "threat added towards the far end, evenly"),
    "on_ball_floor": Parameter(0.95, "share", 0.3, 1.0, "the smaller stake counts at least this share, on the ball"),
    "mishit": Parameter(0.0006711, "1/m", 0.0, 0.006, "chance of a ground pass a man expects to lose per metre"),
    "pass_pessimism": Parameter(0.3982, "s", -0.1, 0.7, "taken off every margin of a ground pass"),
    "shortest": Parameter(8.93386, "m", 5.0, 11.0, "to a mate, from where on a pass is thought of"),
    "lofted_from": Parameter(22.9442, "m", 18.0, 34.0, "to a mate, from where on a ball in the air is thought of"),
    "cross_taste": Parameter(1.85741, "factor", 1.0, 9.0, "second balls and corners on top of the header itself"),
    "shot_taste": Parameter(0.3698, "factor", 0.2, 1.0, "rebounds and corners on top of the goal itself"),
    "shot_hope": Parameter(
        0.00448119, "goals", 0.0, 0.025, "what any shot brings but a goal: corners, rebounds, relief"
    ),
    "hopeless": Parameter(9.29443, "m", 4.0, 25.0, "short of the longest shot from where ever fewer try their luck"),
    "shy": Parameter(0.792065, "share", 0.0, 1.0, "of the chance that men in the way block it that a shooter minds"),
    "alone": Parameter(
        0.7878, "share", 0.0, 1.5, "by which a shot with nobody goal-side beats the usual one from there"
    ),
    "shot_cost": Parameter(0.281014, "share", 0.0, 0.6, "of having the ball that a shot which is no goal gives away"),
    "misjudged": Parameter(3.965, "m", 0.0, 4.0, "beyond the offside line that a passer does not see"),
    "first_time": Parameter(0.6577, "share", 0.2, 0.95, "of its chance that a pass without a touch is trusted with"),
    "closing": Parameter(0.474451, "s", -0.5, 1.5, "after he meets it within which a rival counts as upon him already"),
    "spoilt": Parameter(0.241405, "share", 0.1, 0.6, "of first touches a man expects to lose with a rival upon him"),
    "through_sure": Parameter(
        0.9077, "share", 0.4, 1.0, "a ball ahead of a runner comes off as often as one to feet there"
    ),
    "fades": Parameter(
        0.1667, "1/s", 0.0, 0.4, "of a clear break's worth gone by the second: those left behind run back"
    ),
    "carry_loss": Parameter(2.902, "factor", 1.0, 3.0, "a ball lost running: he is out of the game too"),
    "beats": Parameter(0.0, "share", 0.0, 0.6, "chance a man gives himself against a rival who is there first"),
    "gain": Parameter(0.18, "factor", 0.1, 2.0, "goals of gain per goal of marginal offer, off the ball"),
    "loss": Parameter(0.1925, "share", 0.1, 0.6, "chance that a possession is lost before a runner is back"),
    "rest": Parameter(0.6, "share", 0.0, 1.0, "the least conceding counts beside scoring off the ball: some stay back"),
    "tether": Parameter(0.0004557, "goals/m", 0.00005, 0.0015, "what a metre away from his post costs"),
    "box_gain": Parameter(
        0.985, "share", 0.0, 1.0, "chance of being found in the box by a cross, as runners reckon it"
    ),
    "box_loose": Parameter(0.4657, "share", 0.0, 1.0, "of what leaving his post costs that a run into the box costs"),
    "box_out": Parameter(11.2979, "m", 5.5, 12.0, "from the goal line a cross is awaited at the near post"),
    "early": Parameter(1.9, "m", 0.0, 3.0, "standard deviation of where a man holds a run, about the offside line"),
    "shoulder": Parameter(7.041, "m", 0.0, 14.0, "the front men stand ahead of their posts, up to the offside line"),
    "push": Parameter(6.0, "m", 0.0, 16.0, "a post moves up at stakes (1, 0), the ball lost"),
    "push_in": Parameter(3.0, "m", 0.0, 16.0, "the same with the ball"),
    "sit": Parameter(4.0, "m", 0.0, 8.0, "it drops at (0, 1)"),
    "line_out": Parameter(-0.1783, "m", -3.0, 6.0, "last line without the ball: from the goal line, ball on it"),
    "line_out_share": Parameter(0.645, "share", 0.4, 0.65, "and of the ball's distance; SkillCorner, 3 matches"),
    "line_least": Parameter(1.5, "m", 1.5, 6.0, "from the own goal, the deepest line"),
    "line_in": Parameter(10.02, "m", 6.0, 22.0, "the same with the ball"),
    "line_in_share": Parameter(0.5712, "share", 0.4, 0.65, "the same with the ball"),
    "length_out": Parameter(28.8, "m", 20.0, 34.0, "last line to front line without the ball; TRACAB 29.6 ± 5.9"),
    "length_in": Parameter(41.84, "m", 26.0, 48.0, "with the ball; TRACAB 33.3 ± 5.7"),
    "joins": Parameter(10, "m", 0.0, 25.0, "further up midfield and front stand with the ball in the last third"),
    "tucks": Parameter(0.4376, "share", 0.0, 0.7, "of his width a winger gives up then: the full-back has it"),
    "width_out": Parameter(22.1, "m", 13.0, 24.0, "axis to widest post without the ball; TRACAB 36.1 across"),
    "width_in": Parameter(26.19, "m", 24.0, 33.0, "with the ball; TRACAB 47.1 across"),
    "wing_back": Parameter(5.273, "m", 0.0, 25.0, "the widest of the back line step up, the ball in the other half"),
    "wide_hold": Parameter(1, "factor", 0.0, 4.0, "how much dearer leaving his width is to the widest man"),
    "drop": Parameter(
        0.3929, "share", 0.0, 1.0, "of the way to where a rival will meet a rolling or flying ball the block has read"
    ),
    "drop_box": Parameter(0.8498, "share", 0.0, 1.0, "the same of a ball on its way to right before the goal"),
    "drop_off": Parameter(5.185, "m", 0.0, 6.0, "the last line drops before a free man on the ball"),
    "press_up_to": Parameter(65.29, "m", 45.0, 95.0, "from the own goal up to which the carrier is pressed"),
    "press_more": Parameter(8.0, "m", 0.0, 30.0, "further at stakes (1, 0), nearer at (0, 1)"),
    "mark_zone": Parameter(8.358, "m", 6.0, 22.0, "from his post a man looks after a rival"),
    "mark_pull": Parameter(0.8173, "share", 0.3, 1.0, "of the way from his post to the rival he marks"),
    "tackle_from": Parameter(1, "m", 1.0, 2.5, "from the ball at which a presser goes in"),
    "goal_side": Parameter(1.109, "m", 0.5, 2.5, "goal-side of a rival he marks in front of his goal"),
    "ball_side": Parameter(0.6724, "share", 0.0, 1.5, "and so much towards a ball on the wing beside that"),
    "mark_box": Parameter(11.99, "m", 6.0, 16.0, "from his post a man looks after a rival there"),
    "follow": Parameter(22.47, "m", 0.0, 60.0, "behind the ball up to which defence and midfield mark a rival"),
    "midfield_gap": Parameter(2, "m", 2.0, 10.0, "between last and midfield line at least, near the own goal"),
    "inside": Parameter(9.0, "m", 0.0, 9.0, "goal-side of the ball midfield stands where there is room"),
    "jog": Parameter(5.22, "m/s", 4.5, 5.6, "fastest ordinary repositioning; real men stay below 20 km/h"),
    "spares": Parameter(1.302, "m/s", 0.0, 1.5, "more than a jog has to be called for before he leaves it"),
    "breaks_out": Parameter(0.3646, "1/s", 0.2, 0.6, "m/s of pace per metre of way, of runs on a break"),
    "sprints_from": Parameter(26.5, "m", 14.0, 34.0, "from where he is going to from where on a man sprints …"),
    "sprints_to": Parameter(6.081, "m", 4.0, 20.0, "and from there to where he goes on with a sprint he is in"),
    "haste": Parameter(2.7, "m/s", 2.0, 7.0, "with which a presser closes the last metres"),
    "haste_front": Parameter(1.6, "m/s", 0.0, 4.0, "faster in the front line, with mates behind him"),
    "run_pace": Parameter(1.1, "m/s", 0.5, 6.0, "of a run in behind, before its length counts"),
    "overlap_pace": Parameter(1.9, "m/s", 0.0, 4.0, "of an overlap, before its length counts"),
    "retreat": Parameter(0.3, "1/s", 0.1, 0.6, "m/s of pace per metre a defender stands too far up"),
    "retreat_front": Parameter(0.3617, "1/s", 0.0, 0.4, "the same of all others"),
    "returns": Parameter(0.0, "share", 0.0, 1.0, "of the pace he gets back at that who has nothing to concede keeps"),
    "again": Parameter(39.27, "ticks", 20.0, 130.0, "between two challenges of one man"),
    "waits": Parameter(
        1.2,
        "factor",
        0.9,
        1.4,
        "on the waits before restarts of 2017/18: those tables read 2-4 min of play too much, and today's are longer",
    ),
    "pass_error": Parameter(0.14, "rad", 0.04, 0.14, "sideways, average passer unpressed"),
    "lob_error": Parameter(0.106469, "rad", 0.04, 0.12, "the same in the air"),
    "shot_error": Parameter(0.199, "rad", 0.1, 0.4, "the same of a shot"),
    "lift_error": Parameter(2.46144, "m/s", 0.8, 4.0, "upwards, of a shot from 18 m"),
    "struck": Parameter(
        0.6394, "share", 0.3, 1.0, "of that sideways error left from 18 m on: nearer it is placed in haste"
    ),
    "tackle_win": Parameter(0.6312, "share", 0.3, 0.9, "chance of an even tackle"),
    "rushed": Parameter(0.0, "s/m", 0.0, 0.15, "of that chance lost per m/s the two come together too fast"),
    "mistimed": Parameter(0.23, "share", 0.05, 0.6, "of missed tackles that are fouls; more from behind and late"),
    "reading": Parameter(0.8256, "share", 0.3, 1.2, "of the balls within reach a rival of no positioning cuts out"),
    "at_once": Parameter(0.6, "m", 0.0, 0.7, "beside him a man blocks a shot that leaves right before him …"),
    "block_reach": Parameter(1.44, "m", 0.2, 2.2, "and so much further one he has time to throw himself at"),
    "saving": Parameter(1.29, "share", 0.6, 1.3, "factor on saves of a keeper of no skill"),
    "reads": Parameter(0.17, "s", 0.1, 0.4, "before a keeper has read a shot"),
    "dive": Parameter(3.3, "m/s", 2.0, 6.0, "with which his reach then grows"),
    "stretch": Parameter(1.4, "m", 0.5, 1.5, "at most"),
    "sidestep": Parameter(3.651, "m/s", 2.0, 9.0, "with which he gets across to a shot meanwhile"),
    "fumbles": Parameter(
        0.09617, "share", 0.0, 0.12, "of first touches of an average man that fail though nothing is hard about them"
    ),
    "hard_fails": Parameter(0.0217, "s/m", 0.005, 0.06, "chance that a first touch fails per m/s of ball too hard"),
    "brisk": Parameter(5.046, "m/s", 4.8, 6.5, "fastest shifting of a block whose own half the ball is in"),
    "kicks_long": Parameter(
        0.9, "share", 0.0, 1.0, "of the balls in a keeper's hands that both sides gather at half-way for"
    ),
    "look_up": Parameter(60.35, "ticks", 5.0, 90.0, "an unpressed man takes to look up after his first touch"),
    "alarm": Parameter(1.544, "m", 1.0, 8.0, "from a rival at which a man who looks up decides at once"),
    "stride": Parameter(0.9789, "share", 0.85, 1.0, "of his speed he keeps each tick until he has"),
    "stroll": Parameter(2.1, "m/s", 0.5, 3.0, "with the ball at his feet while he looks up, a rival near"),
    "drives": Parameter(
        1.3, "1/s", 0.0, 2.0, "m/s of pace with the ball while he does, per metre that rivals are away"
    ),
    "break_calm": Parameter(0.1856, "share", 0.0, 0.6, "of that with nobody before him to look out for"),
    "calm": Parameter(1.0, "share", 0.0, 1.0, "of the lean that counts for less than its square while not whole"),
    "sitting": Parameter(
        0.6, "share", 0.0, 1.0, "by how much a lead to protect bends play, of what a goal to chase does"
    ),
}


def write(record: Parameters, changed: Mapping[str, float] | None = None) -> None:
    """Fill `record` with the table, and what is `changed`; KeyError for a name that is not in it."""
    for name, parameter in TABLE.items():
        setattr(record, name, parameter.value)
    for name, value in (changed or {}).items():
        if name not in TABLE:
            raise KeyError(f"no parameter {name!r}; there are {', '.join(TABLE)}")
        setattr(record, name, value)
