<?xml version="1.0" encoding="utf-8"?>
<!--
  Makes one file of all views, with no blank between the elements: the engine goes through every file, and through every blank, whenever the module is imported.
  Each column goes through Cell.Show, so that no text of ECS acts on the terminal.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:strip-space elements="*" />
  <xsl:template match="/">
    <Configuration>
      <ViewDefinitions>
        <xsl:for-each select="//View">
          <xsl:sort select="Name" lang="en" /> <!-- the same bytes, in whatever order the files come -->
          <xsl:apply-templates select="." />
        </xsl:for-each>
      </ViewDefinitions>
    </Configuration>
  </xsl:template>
  <xsl:template match="@*|node()">
    <xsl:copy><xsl:apply-templates select="@*|node()" /></xsl:copy>
  </xsl:template>
  <xsl:template match="comment()" />
  <xsl:template match="TableColumnItem/ScriptBlock|ListItem/ScriptBlock|GroupBy/ScriptBlock|ExpressionBinding/ScriptBlock">
    <ScriptBlock>[EcsTools.Formatting.Cell]::Show($(<xsl:value-of select="." />))</ScriptBlock>
  </xsl:template>
  <!-- A single call needs no pipeline of its own, which takes the engine as long as the call. -->
  <xsl:template match="*[self::TableColumnItem or self::ListItem]/ScriptBlock[starts-with(., '[EcsTools.Formatting.Format]::') and not(contains(., ';')) and not(contains(., '|')) and not(contains(., ') '))]" priority="1">
    <ScriptBlock>[EcsTools.Formatting.Cell]::Show(<xsl:value-of select="." />)</ScriptBlock>
  </xsl:template>
  <xsl:template match="TableColumnItem/PropertyName|ListItem/PropertyName|GroupBy/PropertyName">
    <xsl:if test="parent::ListItem and not(../Label)"><Label><xsl:value-of select="." /></Label></xsl:if>
    <ScriptBlock>[EcsTools.Formatting.Cell]::Show($_.<xsl:value-of select="." />)</ScriptBlock>
    <xsl:if test="parent::GroupBy and not(../Label)"><Label><xsl:value-of select="." /></Label></xsl:if>
  </xsl:template>
  <xsl:template match="TableColumnHeader[not(Label)]">
    <xsl:variable name="column" select="count(preceding-sibling::TableColumnHeader) + 1" />
    <TableColumnHeader>
      <Label><xsl:value-of select="ancestor::TableControl//TableRowEntry[1]//TableColumnItem[$column]/PropertyName" /></Label>
      <xsl:apply-templates select="*" />
    </TableColumnHeader>
  </xsl:template>
</xsl:stylesheet>
