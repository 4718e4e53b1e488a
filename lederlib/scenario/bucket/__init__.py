"""The bucket with holes in many possible worlds, and how to read it."""
