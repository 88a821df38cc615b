"""Assessment: pure questions over the record and the dossier. It never writes, and an answer rests on evidence."""
