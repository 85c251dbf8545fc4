"""What readers see: the brief, figures, stories, tables and workbooks, made from a run's tables and outcomes alone."""
