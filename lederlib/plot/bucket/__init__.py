"""The bucket with holes, its years, and who stays."""
