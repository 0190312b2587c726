"""The app's pages; Streamlit lives here and nowhere else."""
