"""Task records against hand-made annotations: `zhengwen eval --records DIR --documents SOURCES`.

## The format
DIR holds one JSON Lines file a document, named `<document id>.jsonl`. Its first line names the document, every
further line is one statement, in the order of the text:

    {"document": "local/plan.txt", "split": "dev"}
    {"quote": "2．建设进口展示中心。（责任单位：▲市商务局、商城集团，2021年6月底前）",
     "notation": "bracket, marked lead",
     "units": [{"name": "市商务局", "role": "lead"}, {"name": "商城集团", "role": "participating"}],
     "deadline": {"text": "2021年6月底前", "from": null, "to": "2021-06-30"},
     "targets": []}

`document`  the file, relative to SOURCES (the folder the document is read from).
`split`     "dev" or "test", a whole document at a time, so that nothing of a test document was ever tuned on.
`quote`     the statement word for word, white space apart: the sentences that say the task *and* the words that say
            who is responsible; of a table, the row's cells one after the other. Where a paragraph holds several
            brackets, each is a statement of its own and owns the sentences since the bracket before. The same quote
            a second time means its next occurrence in the document.
`notation`  a free label for the way responsibility is written, such as "column", "bracket, no lead", "A负责，B配合";
            results are broken down by it.
`units`     every responsible unit as printed, marks such as ▲ left out, "同上" and "以下均由…负责" written out as the
            units they stand for, generic ones (各镇人民政府, 有关部门) kept. Role "lead" only where the document says
            or marks so, for a sole unit, or where it says that the first one listed leads; else "participating", also
            for units that are jointly responsible without a lead.
`deadline`  the one that governs, null where none is stated. `from` and `to` are the first and last day, inclusive,
            null where the words give no bound on that side ("2020年底前" has no `from`, "持续推进" has neither).
`targets`   quantities to be reached, {"text", "value", "unit"}: the number in plain units (1.2万家 is 12000 家). Leave
            the key out where they were not annotated; an empty list says that there are none.

A statement is any place where a task has an owner, in prose, a bracket, a list of duties or a table row; a
document without one is annotated by its first line alone and counts false records.
"""
