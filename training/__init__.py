"""How the weights of the language model are made; needs the ``train`` extra."""
