"""People and posts: who holds, takes and leaves them, who works where and who follows whom."""
