"""Any model over any grid, or many times by chance, on any number of machines."""
