import pickle

from lederlib.answers import AnswersError
from lederlib.text import Phrase


def test_an_error_speaks_english_unless_asked_for_danish():
    error = AnswersError(Phrase(da="Filen er tom.", en="The file is empty."))
    assert isinstance(error, ValueError)
    assert str(error) == "The file is empty."
    assert error.phrase.to("da") == "Filen er tom."


def test_an_error_survives_a_trip_between_processes():
    error = AnswersError(Phrase(da="Filen er tom.", en="The file is empty."))
    again = pickle.loads(pickle.dumps(error))
    assert str(again) == "The file is empty."
    assert again.phrase == error.phrase
