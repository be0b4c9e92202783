"""How the shipped embedding model is made and measured; nothing here is used at run time.

`build` makes the model folder, `renderings` the dictionary extract, `evaluate` and `speed` the tables of its card.
`transformer` is the recipe of a compact transformer; none is shipped.
The training material lies outside the repository (`sources`); the packages needed are those of the `dev` extra.
"""
