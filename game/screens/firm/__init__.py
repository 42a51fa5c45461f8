"""The same dilemma in a firm, on the screen: set what departments are paid for, or be one."""
