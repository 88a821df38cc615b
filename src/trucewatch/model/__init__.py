"""The ground floor: frozen types of the domain, standard library only.

Every other room imports from here and this room imports from none of them.
"""
