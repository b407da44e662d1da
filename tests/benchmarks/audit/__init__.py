"""Claims on third-party texts, judged one by one."""
