"""The page where one drops a file of answers and takes a report and a plan away."""
