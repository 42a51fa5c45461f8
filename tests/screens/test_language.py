import string

import pytest

from game.screens.language import LANGUAGES, Language, areas, plural, words


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("area", areas("en"))
def test_both_languages_have_the_same_keys_and_placeholders(area: str) -> None:
    english, spanish = words("en", area), words("es", area)
    assert english.keys() == spanish.keys()
    differing = [key for key in english if placeholders(english[key]) != placeholders(spanish[key])]
    assert not [key for key in differing if not key.endswith(("_one", "_none"))], (
        "only singulars may leave out a number"
    )


def test_both_languages_have_the_same_areas() -> None:
    assert areas("en") == areas("es")


def test_a_number_chooses_the_plural() -> None:
    say = Language("en")
    assert say("debrief.line_goals", count=0) == "No goals"
    assert say("debrief.line_goals", count=1) == "1 goal"
    assert say("debrief.line_goals", count=2) == "2 goals"
    assert [plural(count) for count in (0, 1, 1.5, 2)] == ["other", "one", "other", "other"]


def test_a_wrong_key_is_named_with_the_nearest() -> None:
    with pytest.raises(KeyError, match=r"did you mean 'shell\.play'"):
        Language("en")("shell.plya")
    with pytest.raises(KeyError, match="did you mean 'shell'"):
        Language("en")("shel.play")
    with pytest.raises(KeyError, match="language"):
        Language("fr")


def test_every_language_calls_itself_something() -> None:
    assert set(LANGUAGES) == {"en", "es"}
    assert Language("es")("shell.play") == "Jugar"
