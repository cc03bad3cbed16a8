# source: https://supabase.com/docs/reference/python/introduction   checked: 2.31
