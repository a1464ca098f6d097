"""Answers that earlier versions of the form saved, brought on by one version each."""

from pyforms.form import Json


def from_1(answers: Json) -> Json:
    """Version 1 asked only one thing of a calendar file, and the plan had no id of its own."""
    kept = {key: said for key, said in answers.items() if key != "names_in_titles"}
    titles = answers.get("names_in_titles")
    return {**kept, "calendar": {"names_in_titles": titles}} if titles else kept


def from_2(answers: Json) -> Json:
    """Version 2 did not keep the days of actions that were taken out."""
    return answers
