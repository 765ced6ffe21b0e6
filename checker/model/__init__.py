"""The frozen values that pass between the stages. Imports nothing of ours but itself, and nothing third-party."""
