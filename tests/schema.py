"""Validates criteria files against criteria/schema.json with an independent implementation of JSON Schema.

Every shipped and every good test standard must be valid. Of the bad files, those whose fault is one of shape (the
diagnostics in their comments are all among SHAPE) must be refused; the others must be refused or accepted as
`cfc check` finds faults beyond the shape.
"""

import datetime
import json
import pathlib
import sys
import tomllib

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHAPE = {
    "criteria/bad-id",
    "criteria/confirmation-without-status",
    "criteria/confirmed-by-whom",
    "criteria/empty-text",
    "criteria/missing-key",
    "criteria/one-of",
    "criteria/two-bounds",
    "criteria/unknown-key",
    "criteria/unknown-word",
    "criteria/wrong-type",
    "toml/decimal-comma",
    "toml/key-not-ascii",
    "toml/syntax",
}


def plain(value):
    """TOML as JSON: days become texts, as editors hand them to the validator."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    return value


def errors(validator, path):
    try:
        data = plain(tomllib.loads(path.read_text(encoding="utf-8")))
    except tomllib.TOMLDecodeError as error:
        return [f"TOML: {error}"]
    return [f"{'/'.join(map(str, e.absolute_path))}: {e.message[:120]}" for e in validator.iter_errors(data)]


def main():
    schema = json.loads((ROOT / "criteria/schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    wrong = []
    good = [p for folder in ("criteria", "tests/standards", "tests/good") for p in sorted((ROOT / folder).rglob("*.toml"))]
    for path in good:
        wrong += [f"{path.relative_to(ROOT)}: {error}" for error in errors(validator, path)]
    refused = 0
    bad = sorted((ROOT / "tests/bad/criteria").glob("*.toml"))
    for path in bad:
        code = "/".join(path.stem.split("-", 1))
        found = errors(validator, path)
        refused += bool(found)
        if any(code.startswith(shape) for shape in SHAPE) and not found:
            wrong.append(f"{path.relative_to(ROOT)}: the schema accepts it")
    print(f"{len(good)} good files, {refused} of {len(bad)} bad files refused by their shape")
    print("\n".join(wrong))
    return 1 if wrong or len(good) < 5 or refused < len(SHAPE) else 0


if __name__ == "__main__":
    sys.exit(main())
