namespace BlogKit.Sqlite.Tests;

/// <summary>
/// A test that mounts a small disk: left out with the reason where this process may not. No machine can be made to allow that, so this is
/// so when everything is required, too; a file that may not grow is tried everywhere.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MountFactAttribute : FactAttribute
{
    public MountFactAttribute()
    {
        var (disk, why) = SmallDisk.TryMount();
        disk?.Dispose();
        Skip = why;
    }
}
