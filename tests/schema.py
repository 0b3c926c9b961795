"""Every record of the samples is valid by the JSON Schema we install."""
# needs: jsonschema

import json

import jsonschema

import tap

SCHEMA = tap.TOP / "src" / "cmd" / "record.schema.json"


def main():
    results = tap.Tap()
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    checker = jsonschema.validators.validator_for(schema)
    checker.check_schema(schema)
    results.result(True, "the schema is a schema")
    validator = checker(schema)
    for story in tap.stories():
        try:
            records = tap.extract(tap.article(story))
            faults = [f"record {record['id']}: {error.json_path}: "
                      f"{error.message}" for record in records
                      for error in validator.iter_errors(record)]
        except (RuntimeError, ValueError) as fault:
            faults = [fault]
        results.result(not faults, f"samples/{story.name}", faults)
    # A schema that lets anything through would pass all of the above.
    results.result(not validator.is_valid({}), "{} is not a record")
    results.done()


if __name__ == "__main__":
    main()
