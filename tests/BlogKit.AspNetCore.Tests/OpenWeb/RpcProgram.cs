using System.Text;
using System.Xml.Linq;

namespace BlogKit.AspNetCore.Tests;

/// <summary>An editing program that speaks MetaWeblog. Names are keys of authors, the password is "secret".</summary>
internal sealed class RpcProgram(Browser browser, string user)
{
    public async Task<string> NewAsync(bool publish, params (string Name, object Value)[] members) =>
        (string)(await CallAsync("metaWeblog.newPost", "1", user, "secret", Struct(members), publish))!;

    public Task EditAsync(string id, params (string Name, object Value)[] members) =>
        CallAsync("metaWeblog.editPost", id, user, "secret", Struct(members), true);

    public async Task<Dictionary<string, object>> GetAsync(string id) =>
        (Dictionary<string, object>)(await CallAsync("metaWeblog.getPost", id, user, "secret"))!;

    public async Task<List<object>> RecentAsync() => (List<object>)(await CallAsync("metaWeblog.getRecentPosts", "1", user, "secret", 10))!;

    /// <summary>The code and sentence with which something is refused.</summary>
    public async Task<string> RefusedAsync(Func<RpcProgram, Task> ask)
    {
        var asked = () => ask(this);
        return (await asked.Should().ThrowAsync<InvalidOperationException>()).Which.Message;
    }

    public async Task<object?> CallAsync(string method, params object[] parameters)
    {
        var call = new XElement(
            "methodCall",
            new XElement("methodName", method),
            new XElement("params", parameters.Select(p => new XElement("param", Value(p)))));
        var answer = XDocument.Parse((await browser.PostAsync(
            "/blog/xmlrpc", new StringContent(call.ToString(SaveOptions.DisableFormatting), Encoding.UTF8, "text/xml"))).Text).Root!;
        if (answer.Element("fault") is { } fault)
        {
            var told = (Dictionary<string, object>)Read(fault.Element("value")!);
            throw new InvalidOperationException($"{told["faultCode"]} {told["faultString"]}");
        }

        return Read(answer.Descendants("value").First());
    }

    private static XElement Struct((string Name, object Value)[] members) =>
        new("struct", members.Select(static m => new XElement("member", new XElement("name", m.Name), Value(m.Value))));

    private static XElement Value(object value) => new("value", value switch
    {
        XElement element => element,
        bool flag => new XElement("boolean", flag ? "1" : "0"),
        int number => new XElement("int", number),
        string[] names => new XElement("array", new XElement("data", names.Select(static n => Value(n)))),
        DateTime at => new XElement(
            "dateTime.iso8601", at.ToString("yyyyMMdd'T'HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture)),
        (string Name, object Value)[] members => Struct(members),
        _ => new XElement("string", value),
    });

    private static object Read(XElement value) => value.Elements().FirstOrDefault() switch
    {
        null => value.Value,
        { Name.LocalName: "struct" } members => members.Elements("member").ToDictionary(
            static m => m.Element("name")!.Value, static m => Read(m.Element("value")!), StringComparer.Ordinal),
        { Name.LocalName: "array" } items => items.Element("data")!.Elements("value").Select(Read).ToList(),
        { Name.LocalName: "int" } number => int.Parse(number.Value, System.Globalization.CultureInfo.InvariantCulture),
        { Name.LocalName: "boolean" } flag => flag.Value is "1",
        var other => other.Value,
    };
}
