import pytest

from bot.ui.picker import id_list


@pytest.mark.parametrize(
    ("choices", "text"),
    [
        ({1: "a", 2: "_"}, "a,_"),
        ({1: "_", 2: "b"}, "_,b"),
        ({1: "a", 2: "b", 3: "_"}, "a,b"),
        ({2: "_", 5: "a+b", 9: "_"}, "_,_,_,_,a+b"),
        ({1: "_", 2: "_"}, "_,_"),
        ({1: "*", 2: "*"}, "*,*"),
    ],
)
def test_choices_as_a_list(choices, text):
    assert id_list(choices) == text
