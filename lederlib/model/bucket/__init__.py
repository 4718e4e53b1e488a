"""The bucket with holes: who applies, comes, stays and leaves."""
