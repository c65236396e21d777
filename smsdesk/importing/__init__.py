"""Files of people, of any kind that an office keeps them in, opened into sheets of rows of typed cells."""
