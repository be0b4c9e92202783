"""Speed and memory, measured beside what people build instead."""
