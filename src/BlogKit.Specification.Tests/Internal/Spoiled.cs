using System.Collections;
using System.Reflection;

namespace BlogKit.Specification;

/// <summary>
/// Copies of a record, each with another one of its texts replaced, however deep it stands; a new text of a record is among them by itself.
/// </summary>
internal static class Spoiled
{
    /// <summary>
    /// One copy for each text and address of the record and of the records and lists in it, with the path of what was replaced.
    /// </summary>
    public static IEnumerable<(string Path, T Copy)> EachText<T>(T record, string text)
        where T : class => Copies(record, text).Select(static copy => (copy.Path, (T)copy.Copy));

    private static IEnumerable<(string Path, object Copy)> Copies(object record, string text)
    {
        foreach (var property in record.GetType()
            .GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(static p => p.CanWrite && p.GetIndexParameters().Length == 0))
        {
            foreach (var (path, value) in Values(property.PropertyType, property.GetValue(record), text))
            {
                var copy = Clone(record);
                property.SetValue(copy, value);
                yield return (property.Name + path, copy);
            }
        }
    }

    private static IEnumerable<(string Path, object Value)> Values(Type type, object? value, string text)
    {
        if (type == typeof(string))
        {
            return [("", text)];
        }

        if (type == typeof(Uri))
        {
            return [("", new Uri("/" + text, UriKind.Relative))];
        }

        if (value is not null && type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            return Items(type.GetGenericArguments()[0], (IList)value, text);
        }

        // Value types of the contracts are identities, times, numbers and slugs, which hold no text that was not checked.
        return value is not null && type.IsClass && type.Assembly == typeof(Comment).Assembly
            ? Copies(value, text).Select(static copy => ("." + copy.Path, copy.Copy))
            : [];
    }

    private static IEnumerable<(string Path, object Value)> Items(Type item, IList items, string text)
    {
        for (var i = 0; i < items.Count; i++)
        {
            foreach (var (path, changed) in Values(item, items[i], text))
            {
                var array = Array.CreateInstance(item, items.Count);
                items.CopyTo(array, 0);
                array.SetValue(changed, i);
                yield return ($"[{i}]{path}", ImmutableOf(item, array));
            }
        }
    }

    private static object ImmutableOf(Type item, Array array) => typeof(ImmutableArray).GetMethods()
        .Single(static m => string.Equals(m.Name, nameof(ImmutableArray.Create), StringComparison.Ordinal)
            && m.GetParameters() is [{ ParameterType.IsArray: true }])
        .MakeGenericMethod(item)
        .Invoke(null, [array])!;

    private static object Clone(object record) =>
        typeof(object).GetMethod(nameof(MemberwiseClone), BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(record, null)!;
}
