"""Validates criteria files and cases files against their JSON Schemas with an independent implementation of JSON Schema.

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


def validator_of(name):
    schema = json.loads((ROOT / "criteria" / name).read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def accepted(validator, path):
    """Faults of shape, one at a time in the first case of a cases file, that the schema does not see."""
    faults = {
        "an unknown key": {"pionts": 5},
        "a result left open": {"total": "?"},
        "a class that is no id": {"class": "Xã"},
        "text for a list": {"without": "children"},
    }
    for fault, keys in faults.items():
        data = plain(tomllib.loads(path.read_text(encoding="utf-8")))
        data["case"][0].update(keys)
        if not list(validator.iter_errors(data)):
            yield fault


def main():
    validator, of_cases = validator_of("schema.json"), validator_of("cases.schema.json")
    wrong = []
    files = [p for folder in ("criteria", "tests/standards", "tests/good") for p in sorted((ROOT / folder).rglob("*.toml"))]
    cases = [path for path in files if path.name.endswith(".cases.toml")]
    good = [path for path in files if path not in cases]
    for path in files:
        own, other = (of_cases, validator) if path in cases else (validator, of_cases)
        wrong += [f"{path.relative_to(ROOT)}: {error}" for error in errors(own, path)]
        if not errors(other, path):
            wrong.append(f"{path.relative_to(ROOT)}: the schema of the other kind of file accepts it")
    wrong += [f"a cases file with {fault}: the schema accepts it" for fault in accepted(of_cases, cases[0])]
    refused = 0
    bad = sorted((ROOT / "tests/bad/criteria").glob("*.toml"))
    for path in bad:
        code = "/".join(path.stem.split("-", 1))
        found = errors(validator, path)
        refused += bool(found)
        if any(code.startswith(shape) for shape in SHAPE) and not found:
            wrong.append(f"{path.relative_to(ROOT)}: the schema accepts it")
    print(f"{len(good)} good files and {len(cases)} cases files, {refused} of {len(bad)} bad files refused by their shape")
    print("\n".join(wrong))
    return 1 if wrong or len(good) < 5 or refused < len(SHAPE) else 0


if __name__ == "__main__":
    sys.exit(main())
