"""What every figure is drawn with: the theme, the colours, and moving parts."""
