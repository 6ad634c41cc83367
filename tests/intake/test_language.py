"""The language of a text: told where it can be, left open where it can't."""

import pytest

from reportedly.intake.language import FEWEST_LETTERS, language_of

TEXTS = {
    "en": "The harbour master said on Monday that the ferry had been inspected twice and that nobody had warned him.",
    "de": "Der Hafenmeister sagte am Montag, die Fähre sei zweimal geprüft worden und niemand habe ihn gewarnt.",
    "fr": "Le capitaine du port a déclaré lundi que le bac avait été inspecté deux fois et que personne ne l’avait averti.",
    "es": "El capitán del puerto dijo el lunes que el transbordador había sido revisado dos veces y que nadie le avisó.",
    "ru": "Начальник порта заявил в понедельник, что паром проверяли дважды и что его никто не предупредил.",
    "it": "Il capitano del porto ha detto lunedì che il traghetto era stato controllato due volte e nessuno lo aveva avvertito.",
}


@pytest.mark.parametrize(("code", "text"), TEXTS.items(), ids=TEXTS)
def test_the_language_of_a_sentence_is_told(code: str, text: str) -> None:
    assert code == language_of(text)


@pytest.mark.parametrize("text", ["", "12.5 % — 30,000 (!)" * 20, "Der Hafenmeister sagte", "😀" * 100])
def test_too_few_letters_tell_no_language(text: str) -> None:
    assert None is language_of(text)


def test_a_language_is_told_from_the_fewest_letters_on() -> None:
    letters = "".join(c for c in TEXTS["en"] if c.isalpha() or c == " ")
    enough = next(n for n in range(len(letters)) if sum(c.isalpha() for c in letters[:n]) == FEWEST_LETTERS)
    assert [None, "en"] == [language_of(letters[: enough - 1]), language_of(letters[:enough])]


def test_the_beginning_of_a_long_text_decides() -> None:
    assert "en" == language_of(TEXTS["en"] * 50 + TEXTS["de"] * 200)


def test_names_of_other_languages_do_not_make_an_english_text_foreign() -> None:
    text = "Przemysław Wójcik told Édouard Lefèvre in Łódź that Björn Åkesson of the Kraków office had not been paid."
    assert language_of(text) in {"en", None}
