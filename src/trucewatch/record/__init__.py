"""The record: every reading that was ever kept, on SQLite or PostgreSQL, as it stands and as it was known on a day.

:func:`~trucewatch.record.session.open_record` opens one, :class:`~trucewatch.record.writer.Writer` adds to it and
:class:`~trucewatch.record.view.View` asks it. Nothing is deleted.
"""
