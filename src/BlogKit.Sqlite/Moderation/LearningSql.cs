namespace BlogKit;

// Every statement by the unique index on learned_models.model_key. The model is the last column of its row, so the version is read without
// it.
internal static class LearningSql
{
    public static readonly Sql Find = new(
        "model.find", "SELECT model_key, version, position, saved_at, state FROM learned_models WHERE model_key = ?1");

    public static readonly Sql FindVersion = new("model.find-version", "SELECT version FROM learned_models WHERE model_key = ?1");

    public static readonly Sql Save = new(
        "model.save",
        """
        INSERT INTO learned_models (model_key, version, position, saved_at, state) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (model_key) DO UPDATE SET version = excluded.version, position = excluded.position, saved_at = excluded.saved_at,
            state = excluded.state
        """);

    public static readonly Sql Remove = new("model.remove", "DELETE FROM learned_models WHERE model_key = ?1");
}
