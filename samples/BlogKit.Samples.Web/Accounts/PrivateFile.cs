using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BlogKit.Samples.Web.Accounts;

/// <summary>
/// A small file that only this process's user may read. Written beside itself and renamed, so that it is never half there.
/// </summary>
internal static class PrivateFile
{
    public static T? Read<T>(string path, JsonTypeInfo<T> type)
        where T : class => File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), type) : null;

    public static void Write<T>(string path, T value, JsonTypeInfo<T> type)
    {
        var draft = path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(draft, options))
        {
            JsonSerializer.Serialize(file, value, type);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }
}
