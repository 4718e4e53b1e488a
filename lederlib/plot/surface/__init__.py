"""An outcome over load and resources: the whole, and its walks."""
