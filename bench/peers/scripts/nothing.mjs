// How long Node takes to start.
