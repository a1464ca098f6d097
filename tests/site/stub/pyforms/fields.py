def flatten(answers):
    return list(answers)
