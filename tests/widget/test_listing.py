from lederlib.widget.listing import (
    Cell,
    Column,
    Listing,
    Table,
    listing_html,
    sent_each_time,
    sent_once,
)

TABLE = Table(
    caption="Frugt & bær",
    columns=(
        Column(title="Navn", lever="order", value="name"),
        Column(title="Antal", lever="order", value="count", direction="descending"),
        Column(title="Mere"),
    ),
    rows=(
        (Cell(text="<pære>"), Cell(text="3"), Cell(text="plum", lang="en")),
        (Cell(text="æble"), Cell(text="5"), Cell(text="her", href="https://x.dk/?a&b")),
    ),
)


def test_a_page_without_a_kernel_holds_a_real_table_in_that_order():
    html = listing_html(Listing(table=TABLE, order=(1, 0), sorted_by="count"))
    assert html.index("æble") < html.index("&lt;pære&gt;")
    assert html.count('<th scope="row">') == 2
    assert '<th scope="col" aria-sort="descending">Antal' in html
    assert "<caption>Frugt &amp; bær</caption>" in html
    assert '<td lang="en">plum</td>' in html
    assert '<a href="https://x.dk/?a&amp;b">her</a>' in html


def test_rows_that_are_not_chosen_are_left_out():
    assert "æble" not in listing_html(Listing(table=TABLE, order=(0,)))


def test_a_move_sends_places_and_no_words():
    once, each = sent_once(TABLE), sent_each_time(Listing(table=TABLE, order=(1,)))
    assert once["rows"][0][0] == ["<pære>", "", ""]
    assert each == {"order": [1], "sorted": ["", "", ""]}
    by_count = Listing(table=TABLE, order=(0, 1), sorted_by="count")
    assert sent_each_time(by_count)["sorted"] == ["", "descending", ""]
