"""Editions and features as values, and the words of older editions."""

from __future__ import annotations

import pytest

from refwasm.errors import Invalid, Malformed, WasmError
from refwasm.generated.features import FEATURES
from refwasm.generated.opcodes import OPS
from refwasm.syntax.features import (
    DEFAULT,
    EDITIONS,
    FeatureError,
    Features,
    Older,
    features_of,
    lacking,
    split,
)
from refwasm.syntax.wording import OLDER_WORDS, in_words_of


def test_the_default_is_the_last_edition_whole() -> None:
    assert features_of() == features_of("3.0") == DEFAULT
    assert DEFAULT.current
    assert {name for name in FEATURES if name not in DEFAULT} == {
        name for name, (since, _, _) in FEATURES.items() if since == "proposal"
    }


def test_an_edition_has_what_came_before() -> None:
    first, second, third = (features_of(f"{edition}.0").on for edition in EDITIONS)
    assert first == {"mvp"}
    assert first < second < third
    assert "simd" in second and "gc" not in second


@pytest.mark.parametrize(
    ("edition", "changes", "on", "off"),
    [
        ("3.0", "-simd", "gc", "simd relaxed-simd"),
        ("3.0", "-reference-types", "simd", "reference-types function-references gc exceptions"),
        ("2.0", "+gc", "gc function-references reference-types", "exceptions"),
        ("1.0", "+gc", "gc function-references reference-types", "simd multi-value"),
        ("3.0", "-gc, +gc", "gc", ""),
        ("3.0", "+legacy-exceptions", "legacy-exceptions exceptions", ""),
        ("3.0", "-exceptions,+legacy-exceptions", "legacy-exceptions exceptions", ""),
        ("3.0", "+legacy-exceptions,-exceptions", "", "legacy-exceptions exceptions"),
    ],
)
def test_changes_bring_and_take_along(edition: str, changes: str, on: str, off: str) -> None:
    features = features_of(edition, split(changes))
    assert all(name in features for name in on.split())
    assert not any(name in features for name in off.split())


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("change", ["", "-simd", "+gc", "-reference-types", "+legacy-exceptions"])
def test_changes_say_what_differs_from_the_edition(edition: str, change: str) -> None:
    features = features_of(edition, split(change))
    assert features_of(edition, features.changes()) == features
    assert features_of(edition).changes() == ()


@pytest.mark.parametrize(
    ("edition", "changes", "text"),
    [
        ("4.0", "", "no edition 4.0"),
        ("", "", "no edition "),
        ("3.0", "simd", "no feature simd: write"),
        ("3.0", "+sims", r"no feature \+sims: write"),
        ("3.0", "-", "no feature -: write"),
    ],
)
def test_what_there_is_not(edition: str, changes: str, text: str) -> None:
    with pytest.raises(FeatureError, match=text):
        features_of(edition, split(changes))


@pytest.mark.parametrize("rule", Older)
def test_older_rules_end_with_their_edition(rule: Older) -> None:
    assert [rule in features_of(edition) for edition in EDITIONS] == [
        edition <= rule.last for edition in EDITIONS
    ]
    assert rule.about and rule not in DEFAULT


@pytest.mark.parametrize("rule", Older)
def test_older_rules_end_with_what_replaces_them(rule: Older) -> None:
    first = features_of("1.0")
    ending = {name for name in FEATURES if rule not in Features("1", first.on | {name})}
    assert ending == set(rule.ends)
    assert all(FEATURES[name][0] > rule.last for name in ending)
    for name in FEATURES:
        features = features_of("1.0", [f"+{name}"])
        assert (rule in features) is features.on.isdisjoint(rule.ends)


def test_every_instruction_came_with_a_feature_of_its_edition() -> None:
    for op in OPS:
        since = FEATURES[op.feature][0]
        assert op.since == (since if since in EDITIONS else op.feature)
        assert not op.constant or op.constant in FEATURES


@pytest.mark.parametrize("name", FEATURES)
def test_every_feature_needs_only_what_is_as_old(name: str) -> None:
    since, needs, about = FEATURES[name]
    assert all(FEATURES[need][0] <= since for need in needs)
    assert about


def test_lacking_names_the_feature() -> None:
    error = lacking(Malformed("illegal opcode c0", offset=3), "sign-extension")
    assert (str(error), error.offset) == ("illegal opcode c0 [sign-extension]", 3)


@pytest.mark.parametrize(("last", "today", "then"), OLDER_WORDS)
def test_older_words(last: str, today: str, then: str) -> None:
    for edition in EDITIONS:
        with pytest.raises(WasmError) as caught, in_words_of(features_of(edition)):
            raise Invalid(f"{today}: and more [simd]", offset=7)
        if edition <= last:
            assert not caught.value.message.startswith(today)
            if edition == last:
                assert caught.value.message == f"{then}: and more [simd]"
        else:
            assert caught.value.message == f"{today}: and more [simd]"
        assert caught.value.offset == 7


def test_features_are_values() -> None:
    assert Features("3", frozenset(DEFAULT.on)) == DEFAULT
    assert len({DEFAULT, features_of("3.0"), features_of("2.0")}) == 2
