"""Words and sentences of official Chinese and of how people ask: amounts, years, posts, money, everyday words."""
