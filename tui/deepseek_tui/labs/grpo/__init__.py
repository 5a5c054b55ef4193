"""Group Relative Policy Optimisation (DeepSeekMath, arXiv 2402.03300): its arithmetic, and what the lab says of it."""
