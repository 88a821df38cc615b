"""How a reading is shown: the command line, the text for people, the bundled demo."""
