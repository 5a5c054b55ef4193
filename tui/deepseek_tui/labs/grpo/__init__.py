"""Group Relative Policy Optimisation (DeepSeekMath, arXiv 2402.03300): arithmetic and lab."""
