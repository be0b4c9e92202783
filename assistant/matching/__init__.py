"""How well documents, records and sentences answer to a question: relevance, requirements, ranking, thresholds."""
