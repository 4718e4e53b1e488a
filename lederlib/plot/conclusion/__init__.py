"""What an answer rests on, and in how many possible worlds it holds."""
