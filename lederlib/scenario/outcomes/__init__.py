"""What the model gives for the tasks of the exercises."""
