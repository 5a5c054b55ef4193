"""Mentions: the numbers, dates, quotations and proper names that a text makes, and where in it they stand.

Nothing here judges a story: the lint compares what two texts mention, and a starting story is laid out from what an
article mentions. English and French are read in full; of any other language the digits, the ISO dates, the quotation
marks and the capitals. Offsets count characters of the text as it was handed in.
"""
