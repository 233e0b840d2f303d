"""What an editor meets when she signs in: what waits for her, and what has gone wrong since."""
