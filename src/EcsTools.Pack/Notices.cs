using System.Text;

namespace EcsTools.Pack;

/// <summary>The notices that the licenses of the packages in the module require.</summary>
internal static class Notices
{
    private const string Mit = """
        Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files
        (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge,
        publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so,
        subject to the following conditions:

        The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

        THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
        MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE
        FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION
        WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
        """;

    public static byte[] Write(IEnumerable<Component> components)
    {
        var text = new StringBuilder("EcsTools comes with these packages of others. Each keeps its own license.\n");
        foreach (var component in components)
        {
            text.Append(Line).Append($"{component.Id} {component.Version}\n{component.Project}\n");
            text.Append(string.IsNullOrEmpty(component.Copyright) ? $"Authors: {component.Authors}\n" : $"{component.Copyright}\n");
            text.Append($"License: {component.License}\n\n{TextOf(component)}\n");
            if (component.Notices is { } notices) text.Append($"\nIts own notices:\n\n{notices.ReplaceLineEndings("\n")}\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private const string Line = "\n--------------------------------------------------------------------------------\n\n";

    private static string TextOf(Component component) => component.License switch
    {
        "MIT" => Mit.ReplaceLineEndings("\n"),
        "Apache-2.0" => "The text of the Apache License, Version 2.0, is in the file LICENSE of this package.",
        var other => throw new FormatException($"{component.Id} has the license {other}, whose text is not known here."),
    };
}
