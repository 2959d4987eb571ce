def test_one_and_one():
    assert 1 + 1 == 2
