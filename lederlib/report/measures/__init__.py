"""The report on a measure: from a study to the tables of a methods section."""
