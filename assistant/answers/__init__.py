"""The ways of answering: from the ledger, from sentences, from lists and tables, about people and about documents."""
